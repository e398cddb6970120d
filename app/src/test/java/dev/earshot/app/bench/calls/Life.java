package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.calls.Figures.Timed;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One call, driven by what its two hear on their streams: the member requests, the listener hears it ring and accepts, both
 * beat, the member hears that they are connected, talks for a second and ends it, the listener hears what it earned.
 */
final class Life {
    /** A little over a second, so that one second is billed. */
    private static final Duration TALK = Duration.ofMillis(1_050);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOTHING = "{}";
    private static final String BEAT = "{\"connected\":true,\"quality\":\"GOOD\"}";

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Pair pair;
    private final Wire wire;
    private final Supplier<Figures> figures;
    private volatile String callId = "";
    private volatile long requested;
    private volatile long accepted;
    private volatile long ended;

    Life(Pair pair, Wire wire, Supplier<Figures> figures) {
        this.pair = pair;
        this.wire = wire;
        this.figures = figures;
    }

    /** Begins it. The future is done when the earnings are heard of, or fails with what went wrong. */
    CompletableFuture<Void> begin() {
        pair.lives(this);
        requested = System.nanoTime();
        String wish = "{\"listenerId\":\"" + pair.listenerId + "\",\"media\":\"VOICE\",\"payWith\":\"WALLET\"}";
        answered(Timed.REQUEST, wire.postOnce("/v1/calls", pair.memberToken, wish), answer -> {});
        return done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).whenComplete((lived, failure) -> {
            if (failure == null) {
                figures.get().lived();
            } else {
                figures.get().failed(String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
                giveUp();
            }
        });
    }

    void hear(Ear.Heard heard, boolean byListener) {
        String type = heard.field("type");
        if (byListener && type.equals("CallAdmitted") && callId.isEmpty()) {
            callId = heard.field("callId");
            accept();
        } else if (!byListener && type.equals("CallRefused") && callId.isEmpty()) {
            done.completeExceptionally(new IllegalStateException("refused: " + heard.field("reason")));
        } else if (!callId.isEmpty() && heard.field("callId").equals(callId)) {
            goOn(type, byListener);
        }
    }

    private void goOn(String type, boolean byListener) {
        if (!byListener && type.equals("CallConnected")) {
            figures.get().took(Timed.CONNECTED, System.nanoTime() - accepted);
            CompletableFuture.delayedExecutor(TALK.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(this::end);
        } else if (byListener && type.equals("EarningsCredited")) {
            figures.get().took(Timed.SETTLED, System.nanoTime() - ended);
            done.complete(null);
        }
    }

    private void accept() {
        accepted = System.nanoTime();
        figures.get().took(Timed.RINGING, accepted - requested);
        answered(Timed.ACCEPT, wire.post(path("/accept"), pair.listenerToken, NOTHING), answer -> {
            answered(Timed.BEAT, wire.post(path("/heartbeat"), pair.memberToken, BEAT), beat -> {});
            answered(Timed.BEAT, wire.post(path("/heartbeat"), pair.listenerToken, BEAT), beat -> {});
        });
    }

    private void end() {
        ended = System.nanoTime();
        answered(Timed.END, wire.post(path("/end"), pair.memberToken, NOTHING), answer -> {});
    }

    private void answered(
            Timed timed, CompletableFuture<HttpResponse<String>> answer, Consumer<HttpResponse<String>> then) {
        long asked = System.nanoTime();
        answer.whenComplete((response, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else if (response.statusCode() / 100 != 2) {
                done.completeExceptionally(new IllegalStateException(timed + " -> " + response.body()));
            } else {
                figures.get().took(timed, System.nanoTime() - asked);
                then.accept(response);
            }
        });
    }

    /** Polls the listener's entries until this call is among them. */
    void awaitView() {
        wire.get("/v1/earnings/entries", pair.listenerToken).thenAccept(entries -> {
            if (entries.body().contains(callId)) {
                figures.get().took(Timed.VISIBLE, System.nanoTime() - ended);
            } else if (System.nanoTime() - ended < PATIENCE.toNanos()) {
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(this::awaitView);
            }
        });
    }

    private void giveUp() {
        if (!callId.isEmpty()) {
            wire.post(path("/end"), pair.memberToken, NOTHING);
        }
    }

    private String path(String rest) {
        return "/v1/calls/" + callId + rest;
    }
}
