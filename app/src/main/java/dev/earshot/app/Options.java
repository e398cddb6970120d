package dev.earshot.app;

/** What {@code --help} says. */
final class Options {
    static final String TEXT = """
            Earshot: paid live conversation by the second.

              java -jar earshot.jar [options]
              java -jar earshot.jar audit verify [options]
                                              read the whole log again and tell whether it is what was signed, without
                                              starting anything else: exit code 0 if so, 1 if not, 2 if it cannot be told

              --demo                          play a marketplace through the public API and tell one call's story
              --demo=exit                     the same, then stop: 0 if the sums fit, 1 if not
              --generate=100000               fill an empty log with so many calls of a made-up marketplace, then stop:
                                              0 when filled, 2 if it is not empty; the same from the same --seed=7
                                              (more: --generate.from=2025-07-07, --generate.days=120)
              --side=all|command|query|sagas  run one side only; sides find each other through Axon Server
                                              (--spring.profiles.active=dev,axonserver)
              --server.port=8080              where to listen
              --server.address=127.0.0.1      which address to listen on
              --earshot.data=./data           the folder for the database and a developer's secrets
              --spring.datasource.url=…       use this PostgreSQL instead (with .username and .password,
                                              and with spring.flyway.user and .password the owner of its tables)
              --spring.profiles.active=prod   no dev sign-in, nothing made up: a missing setting stops the start
              --audit.public-key=file         verify with the public keys in this file alone, without the secret
              --help                          this text

            Every setting can also come from the environment (SERVER_PORT) or a file (config/application.yml).""";

    private Options() {}
}
