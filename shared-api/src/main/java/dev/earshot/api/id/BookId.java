package dev.earshot.api.id;

/** Names a book of the house, of which there is one of each kind. */
public record BookId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "book_";

    /** The book of price lists. */
    public static final BookId PRICES = new BookId("book_prices");

    /** The book of shadow plans. */
    public static final BookId SHADOWS = new BookId("book_shadows");

    public BookId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
