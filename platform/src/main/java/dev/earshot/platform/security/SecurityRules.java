package dev.earshot.platform.security;

import dev.earshot.platform.web.WebSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything needs a token except what is listed here. What a role may do beyond that stands at each endpoint. Actuator
 * endpoints other than health, metrics included, take an admin: they show the inside of the machine, which is no
 * business of finance.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityRules {
    private static final RequestMatcher OPEN = new OrRequestMatcher(
            path(HttpMethod.POST, "/v1/sessions"),
            path(HttpMethod.POST, "/v1/sessions/refresh"),
            reading("/actuator/health"),
            reading("/actuator/health/**"),
            reading("/v3/api-docs"),
            reading("/v3/api-docs/**"),
            reading("/v3/api-docs.yaml"),
            reading("/swagger-ui.html"),
            reading("/swagger-ui/**"),
            reading("/lab/**"),
            path(null, "/hooks/**"),
            path(null, "/media/**"));

    /** The documentation page brings its own scripts and inline styles; nothing else is ever loaded from here. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:;" + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    /** The request itself is observed; observing each of its filters too would cost more than they do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, Door door, WebSettings web) throws Exception {
        http.cors(cors -> {
            if (web.corsOrigins().isEmpty()) {
                cors.disable();
            } else {
                cors.configurationSource(web.cors());
            }
        });
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        // What continues or fails was let in when it was a request.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(
                                "/v1/admin/card-payments/**",
                                "/v1/admin/payment-events/**",
                                "/v1/admin/payouts/**",
                                "/v1/admin/pending-purchases/**",
                                "/v1/admin/top-ups/**",
                                "/v1/simulations/**")
                        .hasAnyRole("ADMIN", "FINANCE")
                        .requestMatchers(reading("/v1/admin/price-lists/**"), reading("/v1/admin/shadow-plans/**"))
                        .hasAnyRole("ADMIN", "FINANCE")
                        .requestMatchers("/v1/audit/**")
                        .hasAnyRole("FINANCE", "SUPERADMIN")
                        .requestMatchers("/v1/admin/price-lists/*/publish-regardless")
                        .hasRole("SUPERADMIN")
                        .requestMatchers("/v1/reconciliation/**")
                        .hasAnyRole("FINANCE", "SUPERADMIN")
                        .requestMatchers("/v1/admin/listeners/*/penalties/**", "/v1/admin/listeners/*/statement")
                        .hasAnyRole("SUPERVISOR", "ADMIN")
                        .requestMatchers("/actuator/**", "/v1/admin/**")
                        .hasRole("ADMIN")
                        // Told at the door: whoever may not ask does not hear what else is wrong with the request.
                        .requestMatchers("/v1/listeners/me/**", "/v1/earnings/**")
                        .hasRole("LISTENER")
                        .requestMatchers("/v1/me/earnings/**", "/v1/payouts/**", "/v1/me/payout-account")
                        .hasRole("LISTENER")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(SignedIn::of))
                        .bearerTokenResolver(tokensWhereNeeded())
                        .authenticationEntryPoint(door)
                        .accessDeniedHandler(door))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(door).accessDeniedHandler(door))
                .addFilterAfter(new CallerInLog(), BearerTokenAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    @Bean
    JwtDecoder accessTokenDecoder(AccessTokens tokens) {
        return tokens.decoder();
    }

    /** A superadmin may what an admin may. No other role contains another: each has its own boundary. */
    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("SUPERADMIN")
                .implies("ADMIN")
                .build();
    }

    /** An old token does not keep anybody from signing in anew. */
    private static BearerTokenResolver tokensWhereNeeded() {
        var tokens = new DefaultBearerTokenResolver();
        return (HttpServletRequest request) -> OPEN.matches(request) ? null : tokens.resolve(request);
    }

    /** Asking for the head alone is reading too. */
    private static RequestMatcher reading(String pattern) {
        return new OrRequestMatcher(path(HttpMethod.GET, pattern), path(HttpMethod.HEAD, pattern));
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
