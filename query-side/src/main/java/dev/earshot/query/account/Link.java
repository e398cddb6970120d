package dev.earshot.query.account;

/**
 * That one person has chosen another, or no longer does.
 *
 * @param from who has chosen
 * @param to who is chosen
 * @param stands whether it holds after the event at {@code position}
 */
record Link(String from, String to, boolean stands, long position) {
    /** That somebody is erased, who chooses under one name and is chosen under another. */
    static Link erasure(String from, String to) {
        return new Link(from, to, false, ERASURE);
    }

    private static final long ERASURE = -1;

    boolean isErasure() {
        return position == ERASURE;
    }

    boolean concerns(Link erased) {
        return from.equals(erased.from) || to.equals(erased.to);
    }
}
