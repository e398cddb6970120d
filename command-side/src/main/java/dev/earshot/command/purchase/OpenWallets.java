package dev.earshot.command.purchase;

import dev.earshot.api.id.AccountId;

/** Which accounts can be given anything. A wallet that is open stays open, so the answer yes is good for ever. */
@FunctionalInterface
interface OpenWallets {
    boolean has(AccountId account);
}
