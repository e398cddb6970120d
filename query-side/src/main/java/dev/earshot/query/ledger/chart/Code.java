package dev.earshot.query.ledger.chart;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The chart of accounts. A number is stored with every line and is never changed or used again. What each is for stands in
 * its text, which clients read too.
 */
public enum Code {
    PROVIDER_CLEARING(
            1010, Kind.ASSET, Holder.PROVIDER, "What payment providers have taken for us and not yet settled"),
    CARD_CLEARING(1020, Kind.ASSET, Holder.MEMBER, "Talk to be paid by card that no card has paid yet"),
    RECEIVABLES(1030, Kind.ASSET, Holder.MEMBER, "What members owe us"),

    MEMBER_CASH(2010, Kind.LIABILITY, Holder.MEMBER, "Money of members that no call has set aside"),
    HOLDS(2020, Kind.LIABILITY, Holder.MEMBER, "Money of members that running calls have set aside"),
    UNAPPLIED_PAYMENTS(
            2030,
            Kind.LIABILITY,
            Holder.MEMBER,
            "Payments on their way between a provider and a wallet; below zero where money has left us that the wallet"
                    + " has not answered for yet; back at zero when it has"),
    UNCLAIMED_PURCHASES(2040, Kind.LIABILITY, Holder.PROVIDER, "Paid outside, and claimed by nobody yet"),
    CALLS_IN_PROGRESS(
            2050,
            Kind.LIABILITY,
            Holder.NOBODY,
            "What ended calls have earned their listeners between the wallet's fact and the credit; back at zero then"),
    DEFERRED_TOKENS(2110, Kind.LIABILITY, Holder.MEMBER, "Tokens that are paid and not talked away"),
    DEFERRED_MOMENTS(2120, Kind.LIABILITY, Holder.MEMBER, "Minutes that are paid and not talked away"),
    DEFERRED_DUES(2130, Kind.LIABILITY, Holder.MEMBER, "Dues of periods that are not over, and credit for later dues"),
    PAYABLE_PENDING(2210, Kind.LIABILITY, Holder.LISTENER, "Earned by listeners, in its holding period"),
    PAYABLE_AVAILABLE(
            2220, Kind.LIABILITY, Holder.LISTENER, "Earned by listeners and payable; below zero while more was taken"),
    PAYABLE_IN_PAYOUT(2230, Kind.LIABILITY, Holder.LISTENER, "Payouts in flight"),
    GIVEN_UP(
            2310,
            Kind.LIABILITY,
            Holder.MEMBER,
            "What erased people gave up, and what has come for them since, taken off what stands on their accounts"),

    PLATFORM_FEES(4010, Kind.INCOME, Holder.NOBODY, "Our part of talk that is paid in money"),
    TOKEN_REVENUE(4020, Kind.INCOME, Holder.NOBODY, "The price of tokens, as they are talked away"),
    MOMENT_REVENUE(4030, Kind.INCOME, Holder.NOBODY, "The price of minutes, as they are talked away"),
    DUES_REVENUE(4040, Kind.INCOME, Holder.NOBODY, "Dues of periods that are over"),
    BREAKAGE(4050, Kind.INCOME, Holder.NOBODY, "The price of what expired or was given up unused, and odd cents"),
    PENALTIES(4060, Kind.INCOME, Holder.NOBODY, "Penalties of listeners"),

    PREPAID_TALK_COST(
            5010, Kind.COST, Holder.NOBODY, "What listeners earn by talk that tokens, minutes or memberships pay"),
    PROMOTIONS(5020, Kind.COST, Holder.NOBODY, "What listeners earn by talk that promotions pay"),
    GRACE_COST(5030, Kind.COST, Holder.NOBODY, "What listeners earn by seconds of grace"),
    BONUS_COST(5040, Kind.COST, Holder.NOBODY, "Bonuses of listeners for their activity"),
    WAIVED_CHARGES(5050, Kind.COST, Holder.NOBODY, "Talk that was to be paid by card and cost too little for any card"),
    REFUNDS(5060, Kind.COST, Holder.NOBODY, "What we gave back of talk and of periods that were had"),
    CHARGEBACK_LOSS(5070, Kind.COST, Holder.NOBODY, "What banks took back and nobody else bears"),
    CLAWBACKS(
            5080,
            Kind.COST,
            Holder.NOBODY,
            "What listeners gave back of lost disputes and of refunds they bear; usually below zero");

    private static final Map<Integer, Code> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toMap(Code::number, Function.identity()));

    private final int number;
    private final Kind kind;
    private final Holder holder;
    private final String text;

    Code(int number, Kind kind, Holder holder, String text) {
        this.number = number;
        this.kind = kind;
        this.holder = holder;
        this.text = text;
    }

    /** The account of this number. */
    public static Code numbered(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number))
                .orElseThrow(() -> new IllegalArgumentException("there is no account " + number));
    }

    /** The account of this name or number. */
    public static Optional<Code> called(String nameOrNumber) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(nameOrNumber)
                        || String.valueOf(code.number).equals(nameOrNumber))
                .findFirst();
    }

    /** Its number, which tells its sort by the first digit: 1 assets, 2 liabilities, 4 income, 5 costs. */
    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** Whose sub-accounts it has. */
    public Holder holder() {
        return holder;
    }

    /** What it is for. */
    public String text() {
        return text;
    }
}
