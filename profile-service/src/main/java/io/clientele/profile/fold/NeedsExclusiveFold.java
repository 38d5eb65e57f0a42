package io.clientele.profile.fold;

/** The page changes who is whom, which must not happen while another page is folded. */
final class NeedsExclusiveFold extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeedsExclusiveFold() {
        super("this page is to be folded alone", null, false, false);
    }
}
