package dev.earshot.adapter.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.platform.web.Keepable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** One line of a table, whose values are told to be wrong with their line and column. */
public final class Row {
    private static final int LONGEST_NUMBER = 30;
    /** Names, ids and numbers are taken, and none of them is longer anywhere. */
    private static final int LONGEST = 255;
    /** Minor units. More is a mistake, and a few of them would come to more than a sum can hold. */
    private static final long LARGEST = 10_000_000_000_000_000L;

    private final long line;
    private final Map<String, Integer> columns;
    private final String[] values;

    Row(long line, Map<String, Integer> columns, String[] values) {
        this.line = line;
        this.columns = columns;
        this.values = values;
    }

    /** Whether the table has this column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The value; empty where there is none. Refuses one that cannot be kept. */
    public String text(String column) throws Refused {
        Integer place = columns.get(column);
        String value = place == null ? "" : values[place].strip();
        if (value.length() > LONGEST || !Keepable.isKeepable(value)) {
            throw ReportRefusal.REPORT_MALFORMED.of(
                    "line %d: what stands under \"%s\" is longer than %d characters, or has one that is none",
                    line, column, LONGEST);
        }
        return value;
    }

    /** The value. Refuses an empty one. */
    public String required(String column) throws Refused {
        String value = text(column);
        if (value.isEmpty()) {
            throw ReportRefusal.REPORT_VALUE_MISSING.of("line %d says nothing under \"%s\"", line, column);
        }
        return value;
    }

    /** The currency, in capitals or not. */
    public Currency currency(String column) throws Refused {
        String value = required(column);
        try {
            Currency currency = Currency.getInstance(value.toUpperCase(Locale.ROOT));
            Money.zero(currency);
            return currency;
        } catch (IllegalArgumentException unknown) {
            throw ReportRefusal.REPORT_CURRENCY_WRONG.of("line %d: \"%s\" is no currency", line, value);
        }
    }

    /** An amount in units of the currency, such as {@code 12.50}, taken exactly. */
    public Money major(String column, Currency currency) throws Refused {
        return money(column, currency, currency.getDefaultFractionDigits());
    }

    /** An amount in minor units, such as {@code 1250}. */
    public Money minor(String column, Currency currency) throws Refused {
        return money(column, currency, 0);
    }

    private Money money(String column, Currency currency, int digits) throws Refused {
        String value = required(column);
        try {
            if (value.length() > LONGEST_NUMBER || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
                throw new NumberFormatException(value);
            }
            long amount = new BigDecimal(value).movePointRight(digits).longValueExact();
            if (Math.abs(amount) > LARGEST) {
                throw new ArithmeticException(value);
            }
            return new Money(amount, currency);
        } catch (ArithmeticException | NumberFormatException notExact) {
            throw ReportRefusal.REPORT_AMOUNT_WRONG.of(
                    "line %d: \"%s\" under \"%s\" is no amount of %s with at most %d digits behind the point, or is too large",
                    line, value, column, currency, digits);
        }
    }

    /** How a time is written. */
    @FunctionalInterface
    public interface Clockwork {
        /** The moment, or an exception. */
        Instant read(String text);
    }

    /** A moment. */
    public Instant time(String column, Clockwork written) throws Refused {
        String value = required(column);
        try {
            Instant read = written.read(value);
            if (!Keepable.isKeepable(read)) {
                throw new DateTimeException(value);
            }
            return read;
        } catch (RuntimeException unreadable) {
            throw ReportRefusal.REPORT_TIME_WRONG.of(
                    "line %d: \"%s\" under \"%s\" is no time that is written as here", line, value, column);
        }
    }
}
