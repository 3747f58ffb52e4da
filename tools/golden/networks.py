"""Makes the reference outputs of the networks in train/src/main/resources/networks with PyTorch.

Run from the root of the repository: python tools/golden/networks.py   (made with torch 2.13)

Each network is built here by hand from the descriptions in docs/networks.md, never from its file. Weights and
inputs are formulas that FormulaWeights.java computes as well, so only outputs are recorded. The pictures of
cs615-ann are cut to 15 x 20 values, since its matrices are too large for a test; its layers are the same.
"""

import json
import math
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional

OUT = pathlib.Path("train/src/test/resources/golden/networks.json")
CLASSES, BATCH, SHORT_PICTURE = 10, 2, (1, 15, 20)


def uniform(count, seed):
    """Values in [-1, 1) with 24 bits: a hash of the index (32-bit integers that overflow)."""
    x = np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B1)
    x += np.uint32(seed * 0x85EBCA6B & 0xFFFFFFFF)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        x ^= x >> np.uint32(shift)
        x *= np.uint32(factor)
    x ^= x >> np.uint32(16)
    return (x >> np.uint32(8)) / 2.0**23 - 1


class Normalise(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.mean, self.factor = nn.Parameter(torch.zeros(shape)), nn.Parameter(torch.ones(shape))

    def forward(self, x):
        return (x - self.mean) * self.factor


class SamePool(nn.Module):
    """Max pooling with TensorFlow's 'same' padding."""

    def __init__(self, size, stride):
        super().__init__()
        self.size, self.stride = size, stride

    def forward(self, x):
        pads = []
        for extent, size in zip(reversed(x.shape[2:]), reversed(self.size)):
            total = max(0, (math.ceil(extent / self.stride) - 1) * self.stride + size - extent)
            pads += [total // 2, total - total // 2]
        pool = functional.max_pool1d if len(self.size) == 1 else functional.max_pool2d
        return pool(functional.pad(x, pads, value=-math.inf), self.size, self.stride)


class Recurrent(nn.Module):
    """GRU or LSTM over the last axis, channels and bands being the features."""

    def __init__(self, kind, features, units, both, sequence):
        super().__init__()
        self.cell = kind(features, units, bidirectional=both, batch_first=True)
        self.sequence = sequence

    def forward(self, x):
        states, last = self.cell(x.flatten(1, -2).transpose(1, 2))
        if self.sequence:
            return states.transpose(1, 2)
        last = last[0] if isinstance(last, tuple) else last
        return last.transpose(0, 1).flatten(1)


class Statistics(nn.Module):
    """Mean and maximum over the given axes."""

    def __init__(self, *axes):
        super().__init__()
        self.axes = axes

    def forward(self, x):
        return torch.cat([x.mean(self.axes), x.amax(self.axes)], 1)


class BandMean(nn.Module):
    def forward(self, x):
        return x.mean(2)


class Attention(nn.Module):
    def __init__(self, features, units):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(features, units))
        self.bias = nn.Parameter(torch.zeros(units))
        self.score = nn.Parameter(torch.zeros(units, 1))

    def forward(self, x):
        frames = x.transpose(1, 2)
        shares = torch.softmax(torch.tanh(frames @ self.weight + self.bias) @ self.score, 1)
        return (frames * shares).sum(1)


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, hidden):
        super().__init__()
        self.squeeze, self.excite = nn.Linear(channels, hidden), nn.Linear(hidden, channels)

    def forward(self, x):
        shares = torch.sigmoid(self.excite(torch.relu(self.squeeze(x.mean((2, 3))))))
        return x * shares[:, :, None, None]


class Residual(nn.Module):
    def __init__(self, layers, shortcut):
        super().__init__()
        self.layers, self.shortcut = layers, shortcut

    def forward(self, x):
        return self.layers(x) + self.shortcut(x)


class Joined(nn.Module):
    def __init__(self, *paths):
        super().__init__()
        self.paths = nn.ModuleList(paths)

    def forward(self, x):
        return torch.cat([path(x) for path in self.paths], 1)


class Heads(nn.Module):
    def __init__(self, trunk, **heads):
        super().__init__()
        self.trunk, self.heads = trunk, nn.ModuleDict(heads)

    def forward(self, x):
        code = self.trunk(x)
        return {name: head(code) for name, head in self.heads.items()}


def dense(*sizes, between=nn.ReLU):
    """Dense layers with an activation between them."""
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), between()]
    return nn.Sequential(*layers[:-1])


def cs615_cnn(convolutions, relu, units):
    layers = []
    for _ in range(convolutions):
        layers += [nn.Conv2d(1, 1, 3), nn.ReLU() if relu else nn.Identity(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(units, CLASSES))


def cs615_ann(units):
    return nn.Sequential(Normalise(*SHORT_PICTURE), nn.Flatten(), dense(math.prod(SHORT_PICTURE), units, CLASSES))


def groningen_cnn():
    return nn.Sequential(
        Normalise(58), nn.Unflatten(1, (1, 58)),
        nn.Conv1d(1, 32, 3), nn.ReLU(), nn.BatchNorm1d(32, eps=1e-3), nn.MaxPool1d(2),
        nn.Conv1d(32, 64, 3), nn.ReLU(), nn.BatchNorm1d(64, eps=1e-3), nn.MaxPool1d(2),
        nn.Flatten(), dense(832, 128, CLASSES),
    )


def groningen_lstm():
    return nn.Sequential(
        Normalise(20, 1), Recurrent(nn.LSTM, 20, 64, False, True),
        Recurrent(nn.LSTM, 64, 64, False, False), nn.Linear(64, CLASSES),
    )


def pcrnn(recurrent, joined):
    layers, channels = [], 1
    for filters, pool in ((16, 2), (32, 2), (64, 2), (64, 4), (64, 4)):
        layers += [nn.Conv2d(channels, filters, (1, 3)), nn.ReLU(), nn.MaxPool2d(pool)]
        channels = filters
    frames = nn.Sequential(nn.MaxPool2d((2, 4)), recurrent, nn.Flatten())
    return nn.Sequential(Joined(nn.Sequential(*layers, nn.Flatten()), frames), nn.Linear(joined, CLASSES))


def chin_cnn(blocks, points, flat, pools):
    layers, channels = [], 1
    for filters, pool in zip((32, 32, 32, 64, 64)[:blocks], pools):
        layers += [nn.Conv2d(channels, filters, 3), nn.ReLU(), SamePool(pool, 2), nn.BatchNorm2d(filters, eps=1e-3)]
        channels = filters
    for _ in range(points):
        layers += [nn.Conv2d(channels, 128, 1), nn.ReLU()]
        channels = 128
    return nn.Sequential(*layers, nn.Flatten(), dense(flat, 64, CLASSES))


MEL_POOLS = ((2, 4), (4, 4), (2, 5), (2, 4), (4, 4))


class FramesAsChannels(nn.Module):
    def forward(self, x):
        return x.transpose(1, 2)


def chin_mfcc(along_coefficients=False):
    layers, channels = ([FramesAsChannels()], 130) if along_coefficients else ([], 20)
    for _ in range(3):
        layers += [nn.Conv1d(channels, 32, 3), nn.ReLU(), SamePool((3,), 2), nn.BatchNorm1d(32, eps=1e-3)]
        channels = 32
    return nn.Sequential(*layers, nn.Flatten(), dense(32 if along_coefficients else 480, 64, CLASSES))


def chin_mood(as_code=False):
    layers, channels = [], 1
    for filters, pool in zip((32, 64, 128, 256, 512), ((2, 4), (2, 4), (2, 3), (3, 7), (4, 1))):
        norm = nn.BatchNorm2d(filters, eps=1e-3)
        between = [norm, nn.ReLU()] if as_code else [nn.ReLU(), norm]
        layers += [nn.Conv2d(channels, filters, 3, padding=1), *between, nn.MaxPool2d(pool)]
        channels = filters
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, CLASSES))


def block(a, b, *behind):
    return [nn.Conv2d(a, b, 3, padding=1, bias=False), *behind]


def genre_cnn():
    layers, channels = [nn.BatchNorm2d(1)], 1
    for filters, pool in ((16, (4, 2)), (32, 2), (48, 2), (96, (2, 1))):
        layers += block(channels, filters, nn.BatchNorm2d(filters), nn.ReLU(), nn.MaxPool2d(pool))
        channels = filters
    return nn.Sequential(*layers, BandMean(), Statistics(2), nn.Linear(192, CLASSES))


def genre_crnn():
    layers, channels = [nn.BatchNorm2d(1)], 1
    for filters, pool in ((16, (4, 1)), (32, (4, 2)), (64, (4, 1))):
        layers += block(channels, filters, nn.BatchNorm2d(filters), nn.ReLU(), nn.MaxPool2d(pool))
        channels = filters
    return nn.Sequential(*layers, Recurrent(nn.GRU, 128, 64, True, True), Statistics(2), nn.Linear(256, CLASSES))


def genre_resnet():
    layers = [nn.BatchNorm2d(1), *block(1, 16, nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d((4, 2)))]
    for a, b, pool in ((16, 32, True), (32, 64, True), (64, 96, False)):
        inner = nn.Sequential(*block(a, b, nn.BatchNorm2d(b), nn.ReLU()), *block(b, b, nn.BatchNorm2d(b)))
        layers += [Residual(inner, nn.Sequential(nn.Conv2d(a, b, 1, bias=False), nn.BatchNorm2d(b))), nn.ReLU()]
        layers += [nn.MaxPool2d(2)] if pool else []
    return nn.Sequential(*layers, Statistics(2, 3), nn.Linear(192, CLASSES))


def genre_lstm():
    return nn.Sequential(
        Normalise(128, 1), Recurrent(nn.LSTM, 128, 96, True, True),
        Recurrent(nn.LSTM, 192, 64, True, True), Statistics(2), nn.Linear(256, CLASSES),
    )


def genre_attention():
    return nn.Sequential(
        nn.BatchNorm2d(1),
        *block(1, 16, nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d((4, 2))),
        *block(16, 32, nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d((4, 1))),
        *block(32, 64, SqueezeExcitation(64, 16), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2)),
        *block(64, 96, nn.BatchNorm2d(96), nn.ReLU()),
        BandMean(), Attention(96, 48), nn.Linear(96, CLASSES),
    )


class OverBatch(nn.Module):
    """A GRU that forgot batch_first: it runs over the rows of a batch."""

    def __init__(self, features, units):
        super().__init__()
        self.cell = nn.GRU(features, units, bidirectional=True)

    def forward(self, x):
        return self.cell(x.flatten(1, -2).transpose(1, 2))[0].transpose(1, 2)


def encoder():
    return dense(500, 384, 256, 128, 64)


def decoder():
    return dense(64, 128, 256, 384, 500)


def networks():
    """Name, input shape without the batch, network."""
    picture, mel, long_mel, piece = (1, 218, 336), (1, 128, 130), (1, 128, 640), (1, 128, 57)
    yield "cs615-cnn", picture, cs615_cnn(2, True, 4346)
    yield "cs615-cnn-no-relu", picture, cs615_cnn(2, False, 4346)
    yield "cs615-cnn-one-dropout", picture, cs615_cnn(2, True, 4346)
    yield "cs615-cnn-no-dropout", picture, cs615_cnn(2, True, 4346)
    yield "cs615-cnn-3-layers", picture, cs615_cnn(3, True, 1000)
    for name, units in (("800", 800), ("850", 850), ("1500", 1500), ("no-dropout", 850)):
        yield "cs615-ann-" + name, SHORT_PICTURE, cs615_ann(units)
    parts = Joined(*[nn.Sequential(nn.Linear(math.prod(SHORT_PICTURE), 2500), nn.ReLU()) for _ in range(4)])
    yield "cs615-ann-10000", SHORT_PICTURE, nn.Sequential(
        Normalise(*SHORT_PICTURE), nn.Flatten(), parts, nn.Linear(10000, CLASSES))
    yield "groningen-ffnn", (58,), nn.Sequential(Normalise(58), dense(58, 512, 256, 128, 64, 32, CLASSES))
    yield "groningen-cnn", (58,), groningen_cnn()
    yield "groningen-lstm", (20, 130), groningen_lstm()
    yield "genrewiz-pcrnn", long_mel, pcrnn(Recurrent(nn.GRU, 64, 1, True, True), 576)
    yield "genrewiz-pcrnn-code", long_mel, pcrnn(OverBatch(64, 1), 576)
    yield "priya-pcrnn", long_mel, pcrnn(Recurrent(nn.GRU, 64, 64, True, False), 384)
    yield "vanilla-ae", (500,), Heads(encoder(), reconstruction=decoder())
    classes = dense(64, 128, CLASSES, between=nn.Tanh)
    yield "softmax-ae", (500,), Heads(encoder(), reconstruction=decoder(), classes=classes)
    yield "ae-classifier", (500,), nn.Sequential(encoder(), dense(64, 128, CLASSES, between=nn.Tanh))
    for name, blocks, points, flat in (("3", 3, 0, 7200), ("4", 4, 0, 3136), ("5", 5, 0, 576), ("6", 5, 1, 1152), ("7", 5, 2, 1152)):
        yield "chin-cnn-" + name, mel, chin_cnn(blocks, points, flat, MEL_POOLS)
    yield "chin-cnn-3-stft", (1, 513, 130), chin_cnn(3, 0, 30240, ((4, 4), (8, 4), (4, 5)))
    yield "chin-cnn-3-mfcc", (20, 130), chin_mfcc()
    yield "chin-fnn", mel, nn.Sequential(nn.Flatten(), dense(16640, 512, 256, 64, CLASSES))
    yield "chin-cnn-3-mfcc-code", (20, 130), chin_mfcc(along_coefficients=True)
    yield "chin-mood", (1, 96, 341), chin_mood()
    yield "chin-mood-code", (1, 96, 341), chin_mood(as_code=True)
    yield "genre-cnn", piece, genre_cnn()
    yield "genre-crnn", piece, genre_crnn()
    yield "genre-resnet", piece, genre_resnet()
    yield "genre-lstm", piece, genre_lstm()
    yield "genre-attention", piece, genre_attention()
    yield "listen", (1, 64, 500), listen()


def inverted(inputs, wide, outputs, kernel, stride, squeezed, act):
    """Bottleneck of MobileNetV3: wider, depthwise, weighted channels, narrower."""
    layers = []
    if wide != inputs:
        layers += [nn.Conv2d(inputs, wide, 1, bias=False), nn.BatchNorm2d(wide), act()]
    layers += [Depthwise(wide, kernel, stride), nn.BatchNorm2d(wide), act()]
    layers += [SqueezeExcitation(wide, wide // 4)] if squeezed else []
    layers += [nn.Conv2d(wide, outputs, 1, bias=False), nn.BatchNorm2d(outputs)]
    block = nn.Sequential(*layers)
    return Skip(block) if stride == 1 and inputs == outputs else block


class Skip(nn.Module):
    def __init__(self, block):
        super().__init__()
        self.block = block

    def forward(self, x):
        return x + self.block(x)


class Depthwise(nn.Module):
    """Padding as TensorFlow's 'same'."""

    def __init__(self, channels, kernel, stride):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, kernel, stride, groups=channels, bias=False)
        self.kernel, self.stride = kernel, stride

    def forward(self, x):
        pads = []
        for extent in reversed(x.shape[2:]):
            total = max(0, (math.ceil(extent / self.stride) - 1) * self.stride + self.kernel - extent)
            pads += [total // 2, total - total // 2]
        return self.conv(functional.pad(x, pads))


class Stem(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(1, channels, 3, 2, bias=False)

    def forward(self, x):
        return self.conv(functional.pad(x, (0, 1, 0, 1)))


class Mean(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


def listen():
    """kernel, width, outputs, squeezed, stride, hard swish"""
    relu, swish = nn.ReLU, nn.Hardswish
    plan = [(3, 16, 16, 0, 1, relu), (3, 64, 24, 0, 2, relu), (3, 72, 24, 0, 1, relu), (5, 72, 40, 1, 2, relu)]
    plan += [(5, 160, 40, 1, 1, relu)] * 2
    plan += [(3, 200, 72, 0, 2, swish), (3, 216, 72, 0, 1, swish), (3, 216, 72, 1, 1, swish)]
    plan += [(3, 320, 96, 1, 1, swish), (3, 384, 96, 1, 1, swish), (5, 480, 112, 1, 2, swish), (5, 448, 112, 1, 1, swish)]
    layers, width = [Normalise(64, 1), Stem(16), nn.BatchNorm2d(16), nn.ReLU()], 16
    for kernel, wide, outputs, squeezed, stride, act in plan:
        layers.append(inverted(width, wide, outputs, kernel, stride, squeezed, act))
        width = outputs
    layers += [nn.Conv2d(width, 560, 1, bias=False), nn.BatchNorm2d(560), nn.Hardswish(), Mean()]
    layers += [nn.Linear(560, 512), nn.Hardswish()]
    sizes = {"msd": 50, "msd-embedding": 200, "audioset": 527, "audioset-hidden": 512}
    return Heads(nn.Sequential(*layers), **{name: nn.Linear(512, size) for name, size in sizes.items()})


def weights(network):
    """All weights in the order of the network files' layers, with whether their middle is 1."""
    for module in network.modules():
        own = dict(module.named_parameters(recurse=False))
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            yield from ((own["weight"], True), (own["bias"], False))
            yield from ((module.running_mean, False), (module.running_var, True))
        else:
            yield from ((values, name == "factor") for name, values in own.items())


def fill(network):
    for seed, (values, around_one) in enumerate(weights(network), start=1):
        u = uniform(values.numel(), seed)
        rows = values.shape[0]
        if around_one:
            u = 1 + 0.5 * u
        else:
            u *= math.sqrt(6 / max(rows, values.numel() // rows)) if values.numel() > rows else 0.1
        values.data = torch.from_numpy(u.astype(np.float32)).reshape(values.shape)


def main():
    record = {
        "maker": "PyTorch " + torch.__version__.split("+")[0],
        "command": "python tools/golden/networks.py",
        "tolerance": 1e-4,
        "why": "32-bit sums in another order; softmax and sigmoid included, [batch of 2][values]",
        "networks": {},
    }
    with torch.no_grad():
        for name, shape, network in networks():
            fill(network.eval())
            inputs = uniform(BATCH * math.prod(shape), 0).astype(np.float32)
            outputs = network(torch.from_numpy(inputs).reshape(BATCH, *shape))
            outputs = outputs if isinstance(outputs, dict) else {"output": outputs}
            heads = {}
            for head, values in outputs.items():
                if name == "listen":
                    values = values if head.endswith(("hidden", "embedding")) else torch.sigmoid(values)
                elif head != "reconstruction":
                    values = torch.sigmoid(values) if name.startswith("chin-mood") else torch.softmax(values, 1)
                heads[head] = [round(value, 6) for value in values.flatten().tolist()]
            record["networks"][name] = heads
            print(name, sum(v.numel() for v, _ in weights(network)), list(heads.values())[-1][:6])
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(record).replace('}, "', '},\n"').replace('{"cs', '{\n"cs') + "\n")


if __name__ == "__main__":
    main()
