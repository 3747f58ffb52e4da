"""Trajectories of PyTorch's optimisers, losses and plateau schedule, for OptimiserTest, LossesTest and ScheduleTest.

    venv/bin/python tools/golden/training.py        # a Python environment with torch

Writes train/src/test/resources/golden/training.json. Tolerance of all values: rounding of 32-bit floats, 2e-6.
"""

import json
import pathlib
import sys

import torch
from torch import nn

OUT = pathlib.Path(__file__).parents[2] / "train/src/test/resources/golden/training.json"
WEIGHTS = [0.5, -1.0, 0.0]
GRADIENTS = [[0.1, -0.2, 0.05], [0.3, 0.4, 0.0], [-0.2, 0.1, -0.05]]
STEPS = 7
OPTIMISERS = {
    "SGD": lambda p, decay, momentum: torch.optim.SGD(p, 0.01, momentum=momentum, weight_decay=decay),
    "RMSPROP": lambda p, decay, momentum: torch.optim.RMSprop(p, 0.01, momentum=momentum, weight_decay=decay),
    "ADAM": lambda p, decay, momentum: torch.optim.Adam(p, 0.01, weight_decay=decay),
    "ADAMW": lambda p, decay, momentum: torch.optim.AdamW(p, 0.01, weight_decay=decay),
}


def trajectory(make, decay, momentum):
    weight = nn.Parameter(torch.tensor(WEIGHTS))
    optimiser = make([weight], decay, momentum)
    rows = []
    for step in range(STEPS):
        weight.grad = torch.tensor(GRADIENTS[step % 3])
        optimiser.step()
        rows.append(weight.tolist())
    return rows


def plateau(scores, mode, patience, factor):
    weight = nn.Parameter(torch.zeros(1))
    optimiser = torch.optim.SGD([weight], 1.0)
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(optimiser, mode, factor, patience)
    rates = []
    for score in scores:
        schedule.step(score)
        rates.append(optimiser.param_groups[0]["lr"])
    return {"mode": mode, "patience": patience, "factor": factor, "scores": scores, "rates": rates}


logits = torch.tensor([[2.0, -1.0, 0.5], [-30.0, 40.0, 0.1]])
targets = torch.tensor([[0.8, 0.1, 0.1], [0.0, 0.25, 0.75]])
weights = torch.tensor([1.0, 2.0, 0.5])


def loss(name, weighted, value):
    return {"output": name, "classWeights": weights.tolist() if weighted else [], "loss": value.item()}


golden = {
    "maker": f"torch {torch.__version__}",
    "command": "tools/golden/training.py",
    "tolerance": 2e-6,
    "start": WEIGHTS,
    "gradients": GRADIENTS,
    "optimisers": [
        {"kind": kind, "decay": decay, "momentum": momentum, "weights": trajectory(make, decay, momentum)}
        for kind, make in OPTIMISERS.items()
        for decay in (0.0, 0.1)
        for momentum in ((0.0, 0.9) if kind in ("SGD", "RMSPROP") else (0.0,))
    ]
    + [
        {"kind": kind, "decay": 0.0, "momentum": 0.0, "weights": trajectory(make, 0.0, 0.0)} | options
        for kind, options, make in (
            ("RMSPROP", {"rho": 0.9, "epsilon": 1e-3}, lambda p, *_: torch.optim.RMSprop(p, 0.01, 0.9, 1e-3)),
            ("ADAM", {"epsilon": 1e-3}, lambda p, *_: torch.optim.Adam(p, 0.01, eps=1e-3)),
        )
    ],
    "logits": logits.tolist(),
    "targets": targets.tolist(),
    "losses": [
        loss("softmax", False, nn.CrossEntropyLoss()(logits, targets)),
        loss("softmax", True, nn.CrossEntropyLoss(weights)(logits, targets)),
        loss("sigmoid", False, nn.BCEWithLogitsLoss()(logits, targets)),
        loss("sigmoid", True, nn.BCEWithLogitsLoss(weights)(logits, targets)),
        loss("linear", False, nn.MSELoss()(logits, targets)),
    ],
    "plateaus": [
        plateau([0.1, 0.2, 0.2, 0.2, 0.20001, 0.1, 0.3, 0.29, 0.28, 0.3, 0.3, 0.3], "max", 2, 0.1),
        plateau([2.0, 1.5, 1.6, 1.49999, 1.7, 1.4, 1.4, 1.4, 1.4, 1.39, 1.5, 1.5], "min", 1, 0.5),
    ],
}
OUT.write_text(json.dumps(golden, indent=1) + "\n")
print(OUT, file=sys.stderr)
