/** Where a call stands and what it came to, for those who take part in it. */
package dev.earshot.query.call;
