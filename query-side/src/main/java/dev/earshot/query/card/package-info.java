/** Which cards a member has saved, and how far each has come. */
package dev.earshot.query.card;
