"""The built site → the same without a network: installed on a telephone, or in a folder to carry away."""
