/** What a listener has earned, and is earning this second. */
package dev.earshot.query.earnings;
