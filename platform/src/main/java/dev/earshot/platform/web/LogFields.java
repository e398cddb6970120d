package dev.earshot.platform.web;

/** The fields of the logging context (MDC) that follow a request from its first filter to the last of its events. */
public final class LogFields {
    public static final String CORRELATION_ID = "correlationId";
    public static final String ACCOUNT_ID = "accountId";

    private LogFields() {}
}
