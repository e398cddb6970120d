package dev.earshot.query.audit.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    private final Hashes hashes = new Hashes();

    /** The leaves and roots that Certificate Transparency's own tests publish for RFC 6962. */
    @Test
    void roots_are_those_of_rfc_6962() {
        List<byte[]> leaves = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(HEX::parseHex)
                .map(hashes::leaf)
                .toList();
        MerkleTree tree = new MerkleTree(hashes);
        assertThat(hex(tree.root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        tree.add(leaves.get(0));
        assertThat(hex(tree.root())).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        tree.add(leaves.get(1));
        assertThat(hex(tree.root())).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        tree.add(leaves.get(2));
        assertThat(hex(tree.root())).isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        leaves.subList(3, 8).forEach(tree::add);
        assertThat(hex(tree.root())).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 64, 100})
    void every_leaf_climbs_to_the_root_by_its_path_and_no_other_leaf_does(int size) {
        List<byte[]> leaves = IntStream.range(0, size)
                .mapToObj(number -> hashes.leaf(("event " + number).getBytes(US_ASCII)))
                .toList();
        MerkleTree tree = new MerkleTree(hashes);
        leaves.forEach(tree::add);
        for (int index = 0; index < size; index++) {
            List<MerkleTree.Step> path = MerkleTree.path(hashes, leaves, index);
            assertThat(climbed(leaves.get(index), path)).isEqualTo(tree.root());
            assertThat(climbed(hashes.leaf(new byte[1]), path)).isNotEqualTo(tree.root());
            assertThat(path.stream().map(MerkleTree.Step::isLeft).toList()).isEqualTo(sides(index, size));
        }
    }

    @Test
    void a_copy_grows_by_itself() {
        MerkleTree tree = new MerkleTree(hashes);
        tree.add(hashes.leaf(new byte[1]));
        MerkleTree copy = tree.copy();
        byte[] before = tree.root();
        copy.add(hashes.leaf(new byte[2]));
        assertThat(tree.root()).isEqualTo(before);
        assertThat(copy.size()).isEqualTo(2);
    }

    private byte[] climbed(byte[] leaf, List<MerkleTree.Step> path) {
        byte[] hash = leaf;
        for (MerkleTree.Step step : path) {
            hash = step.isLeft() ? hashes.node(step.hash(), hash) : hashes.node(hash, step.hash());
        }
        return hash;
    }

    /** On which side what stands beside the way up is, as RFC 9162, section 2.1.3.2, has a verifier work it out. */
    private static List<Boolean> sides(long index, long size) {
        List<Boolean> sides = new ArrayList<>();
        long node = index;
        for (long last = size - 1; last > 0; last >>= 1) {
            if ((node & 1) == 1 || node != last) {
                sides.add((node & 1) == 1);
            }
            node >>= 1;
        }
        return sides;
    }

    private static String hex(byte[] hash) {
        return HEX.formatHex(hash);
    }
}
