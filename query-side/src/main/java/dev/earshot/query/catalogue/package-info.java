/** What can be bought? */
package dev.earshot.query.catalogue;
