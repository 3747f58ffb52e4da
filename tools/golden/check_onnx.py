"""Checks the exported networks with Python's onnx and onnxruntime, which share no code with Auricle.

    mvn test -pl train -am -Dtest=GoldenNetworksTest -Dsurefire.failIfNoSpecifiedTests=false -Dauricle.export=FOLDER
    python tools/golden/check_onnx.py FOLDER
"""

import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime

from networks import BATCH, uniform

RECORD = pathlib.Path(__file__).parents[2] / "train/src/test/resources/golden/networks.json"


def main():
    print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
    recorded = json.loads(RECORD.read_text())
    worst = 0
    for name, heads in recorded["networks"].items():
        file = pathlib.Path(sys.argv[1], name + ".onnx")
        onnx.checker.check_model(str(file), full_check=True)
        session = onnxruntime.InferenceSession(str(file))
        (taken,) = session.get_inputs()
        inputs = uniform(BATCH * int(np.prod(taken.shape[1:])), 0).astype(np.float32)
        outputs = session.run(None, {taken.name: inputs.reshape(BATCH, *taken.shape[1:])})
        # The main head comes first, as "scores"; the others bear their names.
        names = [output.name for output in session.get_outputs()]
        for output, values in zip(names, outputs):
            head = output if output in heads else next(h for h in heads if h not in names)
            worst = max(worst, np.abs(values.flatten() - heads[head]).max())
    print(len(recorded["networks"]), "models pass; largest difference from PyTorch", worst)
    assert worst <= recorded["tolerance"]


if __name__ == "__main__":
    main()
