/** How every view folds: the events of a batch are gathered in memory and written in one statement per table. */
package dev.earshot.query.fold;
