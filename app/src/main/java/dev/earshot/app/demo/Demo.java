package dev.earshot.app.demo;

import dev.earshot.app.client.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/** Plays the market once the platform is ready, and leaves it running; with {@code --demo=exit} it ends with the play. */
@ConditionalOnProperty("demo")
public class Demo {
    /** Clients here beat faster and let it ring shorter than people would; prices and holds are those of every day. */
    private static final List<String> SETTINGS = List.of(
            "--call.ring=8s",
            "--call.beat=2s",
            "--call.beat-slack=1s",
            "--logging.level.root=error",
            "--logging.level.dev.earshot=error");

    /** The options of this start, with the demo's own settings where a demo is asked for and nothing else was said. */
    public static String[] options(String... given) {
        if (Stream.of(given).noneMatch(option -> option.matches("--demo(=.*)?"))) {
            return given;
        }
        List<String> options = new ArrayList<>(List.of(given));
        for (String setting : SETTINGS) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            if (options.stream().noneMatch(option -> option.startsWith(name))) {
                options.add(setting);
            }
        }
        return options.toArray(String[]::new);
    }

    @EventListener
    void play(ApplicationReadyEvent ready) {
        var settings = ready.getApplicationContext().getEnvironment();
        var address = URI.create("http://127.0.0.1:" + settings.getRequiredProperty("local.server.port"));
        boolean exits = "exit".equals(settings.getProperty("demo"));
        new Thread(() -> play(address, exits, ready.getApplicationContext()), "demo").start();
    }

    private static void play(URI address, boolean exits, ConfigurableApplicationContext platform) {
        Play play = new Play(new Api(address), address, new Narrator(System.out));
        boolean proven = play.run();
        if (exits) {
            System.exit(SpringApplication.exit(platform, () -> proven ? 0 : 1));
        }
        play.hints();
    }
}
