package dev.earshot.query.lab;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletCommand;
import java.time.Instant;

/** What a member does, or what is done to their wallet, whatever the terms. */
sealed interface Wish {
    Instant at();

    record Told(Instant at, WalletCommand command) implements Wish {}

    /** @param talk how long the two would talk if nothing stopped them */
    record Call(Instant at, CallId callId, ListenerId listener, Money rate, Instant connected, long talk)
            implements Wish {}
}
