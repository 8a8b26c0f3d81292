/**
 * What other libraries gather from this one: public items as metadata records with the moment of
 * their last change, also of those that are gone. Follows the changes that the search index
 * follows, and asks the same sources. Owns harvest_record, harvest_set and harvest_head.
 */
package org.portolan.harvest;
