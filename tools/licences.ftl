<#-- The text of docs/licences.md; `make licences` adds the rows of the libraries. -->
<#function licence of>
    <#if of?size == 1><#return of?first></#if>
    <#return of?join(" or ")>
</#function>
# Licences

Jukelab is under the [Apache License 2.0](../LICENSE). Its repository and its own jar have no code of others. A build downloads
the libraries below to `target/lib`, each under a licence of its own; whoever passes `target/lib` on passes these on too.
Licences are SPDX identifiers.

`make licences` writes this file anew from `pom.xml` and `tools/licences.ftl`; a test compares it with what the build uses.

## Libraries

| library | version | licence | home page |
| --- | --- | --- | --- |
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
| `${library.groupId}:${library.artifactId}` | ${library.version} | ${licence(entry.getValue())} | ${library.url!"–"} |
</#list>

`org.nd4j:guava`, `org.nd4j:jackson` and `org.nd4j:protobuf` are copies of Guava (Apache-2.0), Jackson (Apache-2.0) and Protocol
Buffers (BSD-3-Clause) under other package names.

## Native code in these libraries

As in the jars for Linux on x86-64.

| jar | what is in it | licence |
| --- | --- | --- |
| `ffmpeg` | FFmpeg, built without its GPL parts and with `--enable-version3`; it says itself "LGPL version 3 or later" | LGPL-3.0-or-later |
| | linked into it: LAME | LGPL-2.0-or-later |
| | OpenCORE AMR, VisualOn AMR-WB, OpenSSL 3 | Apache-2.0 |
| | Speex, Opus, libvpx, libwebp; SVT-AV1 | BSD-3-Clause; BSD-3-Clause-Clear |
| | libaom, OpenH264 | BSD-2-Clause |
| | FreeType | FTL |
| | HarfBuzz, libxml2, Intel Media SDK dispatcher | MIT |
| | SRT | MPL-2.0 |
| | zlib; zimg | Zlib; WTFPL |
| | libdrm, libva, beside it | MIT |
| `openblas` | OpenBLAS with LAPACK | BSD-3-Clause |
| | libgfortran, libgcc, libquadmath, beside it | GPL-3.0-or-later WITH GCC-exception-3.1; libquadmath LGPL-2.0-or-later |
| `nd4j-native` | libnd4j with oneDNN and FlatBuffers | Apache-2.0 |
| | libgomp, beside it | GPL-3.0-or-later WITH GCC-exception-3.1 |
| `javacpp` | JavaCPP's own code | Apache-2.0 |

FFmpeg's libraries are files of their own, which anyone can replace, as the LGPL asks; its source is at https://ffmpeg.org, the
build's at https://github.com/bytedeco/javacpp-presets. No library has code of Intel MKL. Codecs may be patented where you live:
a licence of software says nothing about that.

## Optional parts

| part | licence |
| --- | --- |
| training by libtorch (`ENGINE=libtorch`, profile `libtorch`): native code in `org.bytedeco:pytorch`: PyTorch; what is [linked into it](https://github.com/pytorch/pytorch/tree/main/third_party), such as oneDNN; libgomp, beside it | BSD-3-Clause; Apache-2.0 and other permissive licences; GPL-3.0-or-later WITH GCC-exception-3.1 |
| libtorch on an NVIDIA card (`GPU=1`, profile `libtorch-gpu`): the same, in another build of `org.bytedeco:pytorch`; CUDA, cuDNN and NCCL, in the wheels of `tools/cuda-requirements.txt` | as above; [NVIDIA's terms](https://docs.nvidia.com/cuda/eula/), which do not allow everything that free software does; NCCL BSD-3-Clause |
| DL4J on an NVIDIA card (`GPU=1`, profile `cuda`): `org.nd4j:nd4j-cuda-11.6`; CUDA and cuDNN in `org.bytedeco:cuda` | Apache-2.0; [NVIDIA's terms](https://docs.nvidia.com/cuda/eula/), which do not allow everything that free software does |
| `--features embedding` (`make embeddings`): the weights of [musicnn](https://github.com/jordipons/musicnn) 0.1.0, in a Python package, of which nothing is run. The licence does not name the weights apart; what they were trained on is not in the package | ISC |

## Lists of data

`data/lists` has facts about published data sets, without sound. [Its README](../data/lists/README.md) says where each is from.

| list | source | licence |
| --- | --- | --- |
| `gtzan_filtered.csv` | coreyker/dnn-mgr, jongpillee/music_dataset_split | none named; MIT |
| `gtzan_artists.csv` | julianofoleiss/gtzan_sturm_filter_3folds_stratified | none named |
| `gtzan_four_genres.csv` | names of files; artists as in `gtzan_artists.csv` | none named |
| `cats_dogs_recordings.csv` | our own | Apache-2.0 |

## Python packages

`requirements.txt` names what notebooks need beside Java. `make setup` installs them, and what they need, into `.venv`.

| package | licence |
| --- | --- |
| jjava | Apache-2.0 and MIT: its metadata names both |
| jupyterlab, nbclient, nbconvert | BSD-3-Clause |
| latex2mathml, pytest, pytest-xdist | MIT |
| nbmake, selenium | Apache-2.0 |
