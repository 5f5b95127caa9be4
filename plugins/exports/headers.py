"""The security policy of the pages, and the header file that Netlify and Cloudflare Pages read.

Forge pages (GitHub, GitLab) send no header of ours: there the policy is the pages' `<meta>` alone.
"""

from __future__ import annotations

from plugins.exports.dataset import FOLDER

# The same text as in the theme's base template (a test holds them together).
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)


def page_policy(asked: str = "") -> str:
    """The policy of pages that ask somebody beside their own site.

    Args:
        asked: the origin of a search engine; empty for nobody.
    """
    return PAGE_POLICY.replace("connect-src 'self'", f"connect-src 'self' {asked}") if asked else PAGE_POLICY


def headers(theme_folder: str, asked: str = "", *, editor: bool = False) -> str:
    """The `_headers` file.

    Args:
        theme_folder: the folder of the theme's files; its name changes with them, so they may be kept for a year.
        asked: the origin of the search engine that pages ask; empty for none.
        editor: whether the web editor is served, whose page has a policy of its own. A host adds up the rules that fit an
            address, and browsers obey all: what both pages say is the header's, the rest stays in the `<meta>` of each.
    """
    policy = "base-uri 'none'" if editor else page_policy(asked)
    return (
        "/*\n"
        # A <meta> cannot carry frame-ancestors (CSP 3, § 6.4.2).
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        # Programs of other sites may read what is given away.
        f"/{FOLDER}*\n"
        "  Access-Control-Allow-Origin: *\n"
        f"/{theme_folder}/*\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
    )
