package dev.earshot.api.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;

/** What was kept of a person, and that they were erased. */
public sealed interface PersonEvent {
    /** The account of the person. */
    AccountId accountId();

    /** These texts are kept from now on, sealed; a field with nothing in it was taken back. */
    @Revision("1")
    record TextsKept(PersonId personId, String subject, Map<String, Sealed> fields, Instant at) implements PersonEvent {
        @Override
        public AccountId accountId() {
            return personId.accountId();
        }
    }

    /**
     * The person is erased: their key is destroyed, and whoever keeps something of them forgets it.
     *
     * @param by who asked: the person, or an admin
     * @param forfeited what of value was left and given up, one amount for each currency
     */
    @Revision("1")
    record AccountErased(AccountId accountId, AccountId by, ErasureReason reason, List<Money> forfeited, Instant at)
            implements PersonEvent {}
}
