package dev.earshot.api.purchase;

/**
 * By what a buyer can be recognised. What is not known is empty. The log never holds what the provider calls somebody,
 * nor an e-mail: both are hashes under a secret of the platform.
 *
 * @param account the account the provider named, whether or not there is one
 * @param customer the hash of what the provider calls the buyer
 * @param email the hash of the e-mail that the buyer gave
 */
public record Buyer(String account, String customer, String email) {
    /** Whether somebody who has proved to bear this name, given as its hash, is the buyer. */
    public boolean isKnownAs(String name) {
        return !name.isEmpty() && (name.equals(customer) || name.equals(email));
    }

    /** The same with what was not known before. */
    public Buyer with(Buyer more) {
        return new Buyer(
                account.isEmpty() ? more.account : account,
                customer.isEmpty() ? more.customer : customer,
                email.isEmpty() ? more.email : email);
    }

    @Override
    public String toString() {
        return "Buyer[" + account + "]";
    }
}
