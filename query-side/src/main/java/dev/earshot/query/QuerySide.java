package dev.earshot.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The side that answers: every view and the HTTP queries beside it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
