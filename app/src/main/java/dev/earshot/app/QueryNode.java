package dev.earshot.app;

import dev.earshot.adapter.archive.BucketOfCheckpoints;
import dev.earshot.platform.Platform;
import dev.earshot.query.QuerySide;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The answering side alone, which audits the log and keeps its checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Platform.class, QuerySide.class, BucketOfCheckpoints.class})
class QueryNode {}
