"""HTML read, walked, rewritten and guarded; the only room that knows nh3."""
