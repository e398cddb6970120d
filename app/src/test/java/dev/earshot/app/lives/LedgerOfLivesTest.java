package dev.earshot.app.lives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memories;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.posting.Postings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an account lives through, the books balance after every fact and agree with the aggregates after every step. */
class LedgerOfLivesTest {
    private static final Instant START = Instant.parse("2026-03-27T20:00:00Z");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_books_of_a_life_balance_and_agree_with_its_wallet_and_its_earnings(@ForAll("lives") Life life) {
        Course course = new Course(life.currency(), START);
        Product product = new Product(life.prices(), life.currency(), START);
        Books books = new Books(life.currency());
        for (Step step : life.steps()) {
            course.wait(step.later(course));
            step.done(course, step.in(product, course));
            SortedMap<String, String> picture = product.picture(course.now());
            course.agreedOn(picture);
            books.follow(product.facts());
            books.agreeWith(picture, "after " + step);
        }
    }

    @Provide
    Arbitrary<Life> lives() {
        return Lives.any();
    }

    private static final class Books {
        private final Postings postings = new Postings(new Providers(Map.of("pay_", "network")));
        private final Memories memories = new Memories(Map.of());
        private final Map<Account, Long> balances = new HashMap<>();
        private final String currency;
        private int posted;
        private long owedForNoPayment;

        private Books(String currency) {
            this.currency = currency;
        }

        void follow(List<Object> facts) {
            for (; posted < facts.size(); posted++) {
                Object fact = facts.get(posted);
                if (Postings.moveMoney(fact.getClass())) {
                    postings.post(fact, memories).ifPresent(this::add);
                }
                if (fact instanceof ReceivableRaised raised
                        && !raised.reference().startsWith(TopUpId.PREFIX)) {
                    owedForNoPayment += raised.amount().minor();
                }
            }
        }

        private void add(Entry entry) {
            Map<String, Long> sums = new HashMap<>();
            entry.lines().forEach(line -> {
                sums.merge(line.account().currency(), line.amount(), Math::addExact);
                balances.merge(line.account(), line.amount(), Math::addExact);
            });
            assertThat(sums.values()).as(entry.toString()).containsOnly(0L);
        }

        void agreeWith(SortedMap<String, String> picture, String when) {
            assertThat(total(Code.MEMBER_CASH) + total(Code.HOLDS))
                    .as("%s: money and holds, %s", when, picture)
                    .isEqualTo(-number(picture, "purse CASH MONEY/", 0));
            assertThat(total(Code.HOLDS)).as("%s: holds", when).isEqualTo(-number(picture, "purse CASH MONEY/", 1));
            assertThat(total(Code.RECEIVABLES)).as("%s: receivables", when).isEqualTo(owed(picture));
            assertThat(total(Code.CALLS_IN_PROGRESS))
                    .as("%s: ended calls", when)
                    .isZero();
            assertThat(total(Code.UNAPPLIED_PAYMENTS))
                    .as("%s: payments that nothing answers for", when)
                    .isEqualTo(-owedForNoPayment);
            for (Map.Entry<String, String> part : picture.entrySet()) {
                if (part.getKey().startsWith("coins of ")) {
                    agreeWithCoins("lis_" + part.getKey().substring("coins of ".length()), part.getValue(), when);
                }
            }
            agreeOnPacks(Code.DEFERRED_TOKENS, picture, "purse TOKENS ", when);
            agreeOnPacks(Code.DEFERRED_MOMENTS, picture, "purse MOMENTS ", when);
        }

        /** "1 + 2 bonus - 3 penalties - 4 clawed back, 5 pending, 6 available, 7 paid out" */
        private void agreeWithCoins(String listener, String words, String when) {
            String[] parts = words.split(", ");
            assertThat(List.of(of(Code.PAYABLE_PENDING, listener), of(Code.PAYABLE_AVAILABLE, listener)))
                    .as("%s: what %s is owed", when, listener)
                    .containsExactly(-first(parts[1]), -first(parts[2]));
        }

        /** Something is deferred as long as there are units, and nothing when there are none. */
        private void agreeOnPacks(Code deferred, SortedMap<String, String> picture, String purse, String when) {
            long units = picture.entrySet().stream()
                    .filter(part -> part.getKey().startsWith(purse))
                    .mapToLong(part -> first(part.getValue()))
                    .sum();
            assertThat(-total(deferred))
                    .as("%s: %s for %d units", when, deferred, units)
                    .isNotNegative();
            assertThat(total(deferred) == 0)
                    .as("%s: %s for %d units", when, deferred, units)
                    .isEqualTo(units == 0);
        }

        private long total(Code code) {
            return balances.entrySet().stream()
                    .filter(balance -> balance.getKey().code() == code)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private long of(Code code, String owner) {
            return balances.getOrDefault(new Account(code, owner, currency), 0L);
        }

        private static long owed(SortedMap<String, String> picture) {
            return picture.entrySet().stream()
                    .filter(part -> part.getKey().startsWith("owes "))
                    .mapToLong(part -> Long.parseLong(part.getValue()))
                    .sum();
        }

        /** The first or the second number of "5, held 3, until ever"; 0 where there is none. */
        private static long number(SortedMap<String, String> picture, String part, int which) {
            String words = picture.getOrDefault(part, "0, held 0");
            return first(words.split(", ")[which].replace("held ", ""));
        }

        private static long first(String words) {
            return Long.parseLong(words.split("[ ,]")[0]);
        }
    }
}
