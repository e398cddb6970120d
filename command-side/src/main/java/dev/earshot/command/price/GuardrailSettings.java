package dev.earshot.command.price;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a price list must have shown in the lab before it is published without a superadmin's word. Changes count in
 * either direction and are in basis points: 500 are 5 %.
 *
 * @param maxAge how long ago it was tried at most
 * @param maxGrowth by how much the log has grown since at most
 * @param leastCalls on how many calls it was tried at least
 * @param revenue by how much the members would pay more or less at most
 * @param fees by how much the platform would keep more or less at most
 * @param listenerIncome by how much the listeners would earn more or less at most
 * @param cutOff the share of the calls that would end earlier, at most
 * @param refused the share of the calls that would never begin, at most
 */
@Validated
@ConfigurationProperties("price-lists.guardrail")
record GuardrailSettings(
        @DefaultValue("7d") Duration maxAge,
        @DefaultValue("2500") @Min(0) long maxGrowth,
        @DefaultValue("100") @Min(1) long leastCalls,
        @DefaultValue("1000") @Min(0) long revenue,
        @DefaultValue("2500") @Min(0) long fees,
        @DefaultValue("500") @Min(0) long listenerIncome,
        @DefaultValue("100") @Min(0) long cutOff,
        @DefaultValue("100") @Min(0) long refused) {}
