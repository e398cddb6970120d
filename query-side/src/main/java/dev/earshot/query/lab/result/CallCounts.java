package dev.earshot.query.lab.result;

/**
 * What would have become of calls.
 *
 * @param all how many there were, those that were really refused among them
 * @param same as it really was, whatever the price
 * @param cutOff ended earlier, for the means would have been used up
 * @param refused not admitted, for the means would not have sufficed
 * @param wouldTalkOn really ended for want of means, and would have had more
 * @param wouldBeAdmitted really refused for want of means, and would have had enough; no talk is counted for them
 */
public record CallCounts(long all, long same, long cutOff, long refused, long wouldTalkOn, long wouldBeAdmitted) {}
