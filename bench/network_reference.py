"""chin-cnn-4 in PyTorch as io.auricle.bench.NetworkTimings measures it: `train PROCESSOR WALL` and `predict PROCESSOR WALL`, milliseconds.

A training step is what a careful loop in Python does: take the segments of the batch, forward, cross-entropy, backward, Adam, read the loss and
the share that was right. Training takes OMP_NUM_THREADS threads, prediction one.
"""

import statistics
import time

import numpy as np
import torch
from torch import nn

BATCH, FRAMES, STEPS, EPOCHS, CALLS = 128, 130, 2, 4, 8


def network():
    layers, channels = [], 1
    # 'same' padding of these pools is even on both sides for this input, so PyTorch's own padding does it.
    for filters, pool, padding in ((32, (2, 4), (0, 1)), (32, (4, 4), (1, 1)), (32, (2, 5), (0, 2)), (64, (2, 4), (0, 1))):
        layers += [nn.Conv2d(channels, filters, 3), nn.ReLU(), nn.MaxPool2d(pool, 2, padding), nn.BatchNorm2d(filters, 1e-3, 0.01)]
        channels = filters
    return nn.Sequential(*layers, nn.Flatten(), nn.LazyLinear(64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, 10))


def timed(name, count, work):
    processor, wall = [], []
    for _ in range(count):
        before = time.process_time(), time.perf_counter()
        calls = work()
        processor.append(1e3 * (time.process_time() - before[0]) / calls)
        wall.append(1e3 * (time.perf_counter() - before[1]) / calls)
    print(f"{name} {statistics.median(processor[1:]):.1f} {statistics.median(wall[1:]):.1f}", flush=True)


random = np.random.default_rng(440)
clips = (-40 + 10 * random.standard_normal((BATCH, 1, 128, FRAMES))).astype(np.float32)
labels = np.arange(BATCH) % 10
model = network()
model(torch.from_numpy(clips[:2]))
optimiser = torch.optim.Adam(model.parameters(), 0.001)
loss = nn.CrossEntropyLoss()


def epoch():
    model.train()
    for _ in range(STEPS):
        drawn = random.permutation(BATCH)
        inputs, targets = torch.from_numpy(clips[drawn]), torch.from_numpy(labels[drawn])
        optimiser.zero_grad()
        outputs = model(inputs)
        value = loss(outputs, targets)
        value.backward()
        optimiser.step()
        value.item(), (outputs.argmax(1) == targets).sum().item()
    return STEPS


@torch.no_grad()
def predict():
    model.eval()
    torch.softmax(model(torch.from_numpy(clips)), 1).numpy()
    return 1


timed("train", EPOCHS, epoch)
torch.set_num_threads(1)
timed("predict", CALLS, predict)
