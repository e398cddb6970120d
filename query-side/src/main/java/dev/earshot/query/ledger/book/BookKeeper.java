package dev.earshot.query.ledger.book;

import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memories;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.posting.Postings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Posts a batch of facts: reads at once what they need, posts one after the other in memory, writes at once. */
@Component
class BookKeeper {
    private final Postings postings;
    private final BookRows rows;

    BookKeeper(LedgerSettings settings, BookRows rows) {
        this.postings = new Postings(new Providers(settings.providers()));
        this.rows = rows;
    }

    void post(List<Fact> facts) {
        Block last = rows.lastBlock();
        List<Fact> news = facts.stream()
                .filter(fact -> fact.entry().position() > last.last())
                .toList();
        Memories memories = new Memories(rows.memories(keysOf(news)));
        List<Posted> posted = new ArrayList<>();
        for (Fact fact : news) {
            postings.post(fact.event(), memories).ifPresent(entry -> posted.add(new Posted(fact.entry(), entry)));
        }
        write(last, posted);
        rows.save(memories.changed());
    }

    private Set<String> keysOf(List<Fact> facts) {
        Set<String> keys = new HashSet<>();
        facts.forEach(fact -> keys.addAll(postings.keysOf(fact.event())));
        return keys;
    }

    private void write(Block last, List<Posted> posted) {
        if (posted.isEmpty()) {
            return;
        }
        Accounts accounts = rows.accounts(accountsOf(posted));
        Blocks blocks = new Blocks(last);
        List<LineRow> lines = new ArrayList<>();
        for (Posted each : posted) {
            Entry entry = each.entry();
            boolean late = blocks.add(each.where().position(), entry);
            for (Entry.Line line : entry.lines()) {
                AccountRow account = accounts.row(line.account());
                account.change(line.amount());
                lines.add(new LineRow(
                        each.where(), entry.at(), entry.fact(), account.id(), line.amount(), account.balance(), late));
            }
        }
        rows.save(accounts.all());
        rows.saveLines(lines);
        rows.saveBlocks(blocks.changed());
    }

    private static Set<Account> accountsOf(List<Posted> posted) {
        Set<Account> accounts = new HashSet<>();
        posted.forEach(each -> each.entry().lines().forEach(line -> accounts.add(line.account())));
        return accounts;
    }
}
