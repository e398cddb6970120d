package dev.earshot.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * How the platform meets browsers.
 *
 * @param corsOrigins which other origins may call the API from a browser, such as {@code https://console.example.com};
 *     none by default
 */
@ConfigurationProperties("web")
public record WebSettings(@DefaultValue List<String> corsOrigins) {
    /** What those origins may send and read. Cookies are not used, so credentials are never allowed. */
    public CorsConfigurationSource cors() {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(corsOrigins);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setAllowedHeaders(
                List.of("Authorization", "Content-Type", Intent.HEADER, CorrelationFilter.HEADER, "Last-Event-ID"));
        cors.setExposedHeaders(List.of("Location", "Retry-After", "Idempotency-Replayed", CorrelationFilter.HEADER));
        cors.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}
