package dev.earshot.wallet;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.util.function.Consumer;

/**
 * A member's wallet. It is opened once in one currency; top-ups, bought packs and promotional lots come in, memberships
 * allow so much talk a day, and calls take out by holds.
 *
 * <p>Here every command comes in, and is handed to the room where it is decided: {@link Funding} for what comes in,
 * {@link Reversing} for what goes back, {@link Holding} for calls, {@link Allowing} for memberships. Whatever they decide may
 * free something or be late for something; {@link Settling} sees to that. They all read the same {@link Contents}, which the
 * facts change.
 *
 * <p>Not safe for several threads at once.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class WalletBook {
    @JsonUnwrapped
    private Contents contents = new Contents();

    /** A wallet that has been through the same, and goes its own way from now on. */
    public WalletBook copy() {
        WalletBook copy = new WalletBook();
        copy.contents = contents.copy();
        return copy;
    }

    /** Whose wallet it is; null before the first fact. */
    public WalletId id() {
        return contents.id;
    }

    /** What it would leave behind if its owner were erased now. */
    public Remains remains() {
        return contents.remains();
    }

    /** Records a fact. */
    public void on(WalletEvent event) {
        contents.on(event);
    }

    /**
     * Decides what follows from a command.
     *
     * @param facts takes every fact that follows, and has given it to {@link #on} before it returns: the next decision
     *     counts on it
     * @throws Refused by a code of {@link dev.earshot.api.wallet.WalletRefusal}, where only the sender cares; no fact was told
     */
    public void handle(WalletCommand command, Consumer<WalletEvent> facts) throws Refused {
        if (!isOfACall(command, facts) && !isOfFunds(command, facts) && !isOfAPromise(command, facts)) {
            throw new IllegalArgumentException("a wallet does not know what to do: " + command);
        }
    }

    private boolean isOfACall(WalletCommand command, Consumer<WalletEvent> facts) throws Refused {
        Holding holding = new Holding(contents, facts);
        if (command instanceof PlaceHold place) {
            holding.place(place);
        } else if (command instanceof ExtendHold extend) {
            holding.extend(extend);
        } else if (command instanceof CaptureHold capture) {
            holding.capture(capture);
        } else if (command instanceof ReleaseHold release) {
            holding.release(release);
        } else if (command instanceof LendCard lend) {
            holding.lend(lend);
        } else {
            return false;
        }
        return true;
    }

    private boolean isOfFunds(WalletCommand command, Consumer<WalletEvent> facts) throws Refused {
        Funding funding = new Funding(contents, facts);
        Reversing reversing = new Reversing(contents, facts);
        if (command instanceof ExpectTopUp expect) {
            funding.expect(expect);
        } else if (command instanceof CreditTopUp credit) {
            funding.credit(credit);
        } else if (command instanceof ExpectPack expect) {
            funding.expect(expect);
        } else if (command instanceof CreditPack credit) {
            funding.credit(credit);
        } else if (command instanceof GrantPromo promo) {
            funding.grant(promo);
        } else if (command instanceof RaiseReceivable debt) {
            funding.raise(debt);
        } else if (command instanceof ReverseTopUp reverse) {
            reversing.reverse(reverse);
        } else if (command instanceof ReversePack reverse) {
            reversing.reverse(reverse);
        } else if (command instanceof OweForCard owe) {
            reversing.owe(owe);
        } else {
            return false;
        }
        return true;
    }

    private boolean isOfAPromise(WalletCommand command, Consumer<WalletEvent> facts) throws Refused {
        Allowing allowing = new Allowing(contents, facts);
        if (command instanceof AgreeAllowance agree) {
            allowing.agree(agree);
        } else if (command instanceof LimitAllowance limit) {
            allowing.limit(limit);
        } else if (command instanceof SetDayZone zone) {
            allowing.follow(zone);
        } else if (command instanceof ExpireLots expire) {
            new Settling(contents, facts).settleUp(expire.at());
        } else if (command instanceof WatchBalance watch) {
            handle(watch, facts);
        } else if (command instanceof OpenWallet open) {
            handle(open, facts);
        } else {
            return false;
        }
        return true;
    }

    private void handle(OpenWallet command, Consumer<WalletEvent> facts) {
        if (!contents.isOpen()) {
            facts.accept(new WalletOpened(command.walletId(), command.currency(), command.at()));
        }
    }

    private void handle(WatchBalance command, Consumer<WalletEvent> facts) throws Refused {
        new Limits(contents).refuseUnlessIn(command.threshold().currency());
        if (contents.watch.threshold() != command.threshold().minor()) {
            facts.accept(new BalanceWatched(contents.id, command.threshold(), command.at()));
            new Settling(contents, facts).tellIfLow(command.at());
        }
    }
}
