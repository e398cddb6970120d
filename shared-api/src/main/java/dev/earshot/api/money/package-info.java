/** Money: integers in minor units, currencies that never mix. */
package dev.earshot.api.money;
