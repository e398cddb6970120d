package dev.earshot.platform.openapi;

import dev.earshot.api.id.Id;
import dev.earshot.platform.security.SignedIn;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the contract says beyond the endpoints. It names no host and sorts every key, so that two builds of the same
 * code publish the same text: fetch {@code /v3/api-docs} of any process and compare.
 */
@Configuration(proxyBeanMethods = false)
class Contract {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Intent.class, SignedIn.class)
                // Else the one component of an id would pass for a parameter of its own.
                .addSimpleTypesForParameterObject(Id.class.getPermittedSubclasses());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Earshot")
                                .version("1")
                                .description(
                                        "Paid live conversation by the second. Amounts are whole minor units of an ISO 4217"
                                                + " currency. Every answer that is not a success is a Problem with a stable code."))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The accessToken of POST /v1/sessions")));
    }
}
