package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import java.util.Map;

/**
 * Where the listener's bank has their money: for the provider alone, so it is never written down here.
 *
 * @param kind Razorpay's word for it, and the name of the method
 * @param fields as Razorpay wants to have them
 */
record BankDetails(String holder, String kind, Map<String, String> fields) {
    static final String BANK_ACCOUNT = "bank_account";
    static final String VPA = "vpa";

    static BankDetails of(String method, Map<String, String> details) throws Refused {
        String holder =
                field(details, "holder", "[\\p{L}\\p{M} .'-]{3,50}", "must be the account's holder, 3 to 50 letters");
        if (method.equals(VPA)) {
            String address = field(
                    details, "address", "[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}", "must be a UPI address");
            return new BankDetails(holder, VPA, Map.of("address", address));
        }
        String ifsc = field(details, "ifsc", "[A-Z]{4}0[A-Z0-9]{6}", "must be the branch's IFSC of 11 characters");
        String number = field(details, "accountNumber", "[A-Za-z0-9]{5,35}", "must be the account's number");
        return new BankDetails(holder, BANK_ACCOUNT, Map.of("name", holder, "ifsc", ifsc, "account_number", number));
    }

    private static String field(Map<String, String> details, String name, String pattern, String expected)
            throws Refused {
        String value = details.getOrDefault(name, "").strip();
        if (!value.matches(pattern)) {
            throw PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID.at("details." + name, expected);
        }
        return value;
    }

    /** A log may name the method, and nothing else. */
    @Override
    public String toString() {
        return "BankDetails[" + kind + "]";
    }
}
