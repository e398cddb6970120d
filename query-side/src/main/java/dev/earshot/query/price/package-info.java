/** Which price lists there are, who put them in force, and which was in force when. */
package dev.earshot.query.price;
