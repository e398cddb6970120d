/** What talk costs and earns: pure functions of seconds, the only arithmetic on money in the house. */
package dev.earshot.api.pricing;
