package dev.earshot.query.shadow;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of shadow plans, which asks for the figures with its reader's own token: the page itself tells nothing. */
@Configuration(proxyBeanMethods = false)
class ShadowPage implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/lab/shadow").setViewName("forward:/lab/shadow.html");
    }
}
