package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.extendHold;
import static dev.earshot.command.wallet.WalletStory.moments;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.promoSeconds;
import static dev.earshot.command.wallet.WalletStory.tokens;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;

import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.io.IOException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A snapshot as it was stored once. It is read for ever: databases are full of them. */
class StoredSnapshotTest {
    @Test
    void a_snapshot_of_once_is_the_wallet_that_the_same_commands_lead_to() throws IOException {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Stream.of(
                        open(),
                        topUp("a", 1000),
                        promoSeconds("p", 30, WalletStory.TOMORROW),
                        tokens("t", 100),
                        moments("m", 600),
                        new AgreeAllowance(
                                WALLET, "mem_1", 1800, ZoneId.of("Asia/Kolkata"), WalletStory.TOMORROW, NOON),
                        new SetDayZone(WALLET, ZoneId.of("Europe/Rome"), NOON),
                        new WatchBalance(WALLET, usd(50), NOON),
                        placeHold("one", 300, 60),
                        captureHold("one", 61),
                        placeHold("two", 600, 60),
                        extendHold("two", 585),
                        extendHold("two", 600),
                        new ReverseTopUp(WALLET, new TopUpId("top_a"), usd(1000), usd(900), 1, NOON),
                        new LendCard(WALLET, call("three"), CardPaymentId.of(call("three"), 1), usd(500), NOON))
                .forEach(wallet::send);
        Snapshots.expectStored("snapshot.json", wallet.root());
    }
}
