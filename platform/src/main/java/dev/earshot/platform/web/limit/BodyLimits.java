package dev.earshot.platform.web.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a body may be.
 *
 * @param api for everything that clients send
 * @param hooks for providers' webhooks, which carry whole objects
 * @param reports for providers' reports, which are read line by line and may have millions of them
 */
@ConfigurationProperties("web.body-limit")
record BodyLimits(
        @DefaultValue("64KB") DataSize api,
        @DefaultValue("1MB") DataSize hooks,
        @DefaultValue("2GB") DataSize reports) {
    long bytesFor(String path) {
        if (path.equals("/v1/reconciliation/reports")) {
            return reports.toBytes();
        }
        return (path.startsWith("/hooks/") ? hooks : api).toBytes();
    }
}
