package dev.earshot.api.topup;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.money.Money;

/**
 * What a membership asks its member to pay at once.
 *
 * @param membershipId whose dues they are
 * @param tier the tier they pay, by its name
 * @param amount what is asked for, above 0
 */
public record Dues(MembershipId membershipId, String tier, Money amount) {}
