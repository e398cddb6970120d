/** What is an account's membership? */
package dev.earshot.query.membership;
