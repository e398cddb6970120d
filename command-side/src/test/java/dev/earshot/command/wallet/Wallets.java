package dev.earshot.command.wallet;

import dev.earshot.command.Live;

/** Wallets for the stories of others. */
public final class Wallets {
    private Wallets() {}

    /** One that was never opened. */
    public static Live<?> blank() {
        return new Live<>(Wallet.class, new Wallet());
    }
}
