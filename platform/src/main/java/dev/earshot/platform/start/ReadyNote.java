package dev.earshot.platform.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells where everything is, once everything is there. */
@Component
class ReadyNote {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNote.class);

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(noteOf(ready, web.getWebServer().getPort()));
        }
    }

    private static String noteOf(ApplicationReadyEvent ready, int port) {
        Environment settings = ready.getApplicationContext().getEnvironment();
        String address = "http://" + settings.getProperty("server.address", "127.0.0.1") + ":" + port;
        return """
                Earshot is ready after %.1f s (%s).
                  API     %s/v1
                  Docs    %s/swagger-ui.html
                  Health  %s/actuator/health
                  Data    %s%s""".formatted(
                        ready.getTimeTaken().toMillis() / 1000.0,
                        profilesOf(settings),
                        address,
                        address,
                        address,
                        dataOf(settings),
                        warningOf(ready.getApplicationContext()));
    }

    private static String profilesOf(Environment settings) {
        String[] active = settings.getActiveProfiles();
        return "profile "
                + Arrays.stream(active.length == 0 ? settings.getDefaultProfiles() : active)
                        .collect(Collectors.joining(", "))
                        .toLowerCase(Locale.ROOT);
    }

    private static String dataOf(Environment settings) {
        String elsewhere = settings.getProperty("spring.datasource.url", "");
        return elsewhere.isEmpty()
                ? Path.of(settings.getProperty("earshot.data", "./data"))
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                : elsewhere.replaceFirst("\\?.*", "");
    }

    private static String warningOf(ApplicationContext context) {
        return !Surroundings.areForDevelopment(context.getEnvironment())
                ? ""
                : "\n  DEV SIGN-IN IS ON: whoever reaches this address can be anybody. Never open it to a network;"
                        + "\n  the profile prod has no dev sign-in (--spring.profiles.active=prod).";
    }
}
