package dev.earshot.query.audit.key;

import dev.earshot.platform.secrets.Secrets;
import dev.earshot.query.audit.WhereTheLogIs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of this process. Without one to sign with it does not start. */
@Configuration(proxyBeanMethods = false)
@WhereTheLogIs
class Keys {
    @Bean
    SigningKey auditSigningKey(Secrets secrets) {
        return SigningKey.of(secrets.get(SigningKey.SECRET));
    }

    @Bean
    Keyring auditKeyring(SigningKey current, KeySettings settings) {
        List<VerifyingKey> trusted = new ArrayList<>(List.of(current.verifying()));
        if (!settings.publicKey().isBlank()) {
            trusted.addAll(Keyring.readFrom(settings.publicKey()));
        }
        return new Keyring(trusted);
    }
}
