package dev.earshot.platform.web;

import org.springframework.core.Ordered;

/**
 * The way of a request: it gets its correlation id, is measured, is asked who it is (Spring Security, at -100), waits
 * its turn, and is answered from memory if it was answered before.
 */
public final class FilterOrder {
    public static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE + 10;
    public static final int SIZE_LIMIT = Ordered.HIGHEST_PRECEDENCE + 20;
    public static final int RATE_LIMIT = -90;
    public static final int IDEMPOTENCY = -80;

    private FilterOrder() {}
}
